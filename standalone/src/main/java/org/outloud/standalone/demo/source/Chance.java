package org.outloud.standalone.demo.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Chance that falls the same way in every run and on every machine: {@link Random}'s sequence is part of its contract.
 * Each use has a name and so its own sequence; a change in one does not shuffle the others.
 */
public final class Chance {

    private final Random random;

    private Chance(long seed) {
        this.random = new Random(seed);
    }

    public static Chance named(String name) {
        return new Chance(20_261_122L * 31 + name.hashCode());
    }

    /** From 0 to less than 1. */
    public double share() {
        return random.nextDouble();
    }

    public boolean in(double probability) {
        return random.nextDouble() < probability;
    }

    /** From {@code least} to {@code most}, both included. */
    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** Around 1, seldom far above: how much more some people write, and some posts are answered, than others. */
    public double skewed() {
        return Math.exp(0.9 * random.nextGaussian());
    }

    /** The whole number below or above, so that the mean is kept. */
    public int round(double number) {
        int whole = (int) Math.floor(number);
        return in(number - whole) ? whole + 1 : whole;
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** One of a list, the heavier the likelier. */
    public <T> T weighted(List<T> choices, ToDoubleFunction<T> weight) {
        double total = choices.stream().mapToDouble(weight).sum();
        double at = random.nextDouble() * total;
        for (T choice : choices) {
            at -= weight.applyAsDouble(choice);
            if (at < 0) {
                return choice;
            }
        }
        return choices.get(choices.size() - 1);
    }

    /** At most so many different ones, in random order. */
    public <T> List<T> some(List<T> choices, int most) {
        List<T> shuffled = new ArrayList<>(choices);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, Math.min(most, shuffled.size())));
    }
}
