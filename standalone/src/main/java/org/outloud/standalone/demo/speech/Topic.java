package org.outloud.standalone.demo.speech;

import java.util.List;
import java.util.Locale;

/**
 * A field of work and what its people talk about.
 *
 * @param departments where they work; empty when it concerns everybody
 * @param headlines how they introduce themselves
 * @param asking what one may ask them about
 * @param learning what they would like to learn
 * @param replies what fits under any post of the topic
 */
public record Topic(
        String name,
        Locale language,
        List<String> departments,
        List<String> tags,
        List<String> skills,
        List<String> headlines,
        List<String> asking,
        List<String> learning,
        List<Material> materials,
        List<String> replies) {

    /** Whether somebody of the department has a say in it. */
    public boolean concerns(String department) {
        return departments.isEmpty() || departments.contains(department);
    }

    public boolean isGerman() {
        return language.equals(Locale.GERMAN);
    }
}
