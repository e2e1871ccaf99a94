import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks for one page again and again, each time as another person, and tells what it costs: CPU by process from
 * {@code /proc}, which a load generator on the same machine does not spoil as it spoils times.
 *
 * <p>{@code java Load.java <url> <file of tokens> <warm-up> <requests> <connections> [requests a second] -- name=pid ...}
 */
public final class Load {

    private static final double TICKS = 100.0;

    private final URI url;
    private final byte[][] requests;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    private Load(URI url, List<String> tokens) {
        this.url = url;
        this.requests = tokens.stream()
                .map(token -> ("GET " + url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery())
                                + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\nAccept: application/json\r\nAuthorization: Bearer "
                                + token + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
    }

    public static void main(String[] arguments) throws Exception {
        List<String> words = Arrays.asList(arguments);
        int split = words.indexOf("--");
        Map<String, List<Long>> processes = new TreeMap<>();
        words.subList(split + 1, words.size()).forEach(word -> {
            String[] parts = word.split("=");
            processes.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(Long.valueOf(parts[1]));
        });
        Load load = new Load(URI.create(words.get(0)), Files.readAllLines(Path.of(words.get(1))));
        int connections = Integer.parseInt(words.get(4));
        double rate = split > 5 ? Double.parseDouble(words.get(5)) : 0;
        load.run(Integer.parseInt(words.get(2)), connections, 0);
        Map<String, Double> before = cpu(processes);
        load.failed.set(0);
        load.bytes.set(0);
        int count = Integer.parseInt(words.get(3));
        long start = System.nanoTime();
        long[] took = load.run(count, connections, rate);
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<String, Double> after = cpu(processes);
        Arrays.sort(took);
        System.out.printf(
                "%d requests on %d connections: %.0f/s, p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, %d failed, %d bytes each%n",
                count, connections, count / seconds, at(took, 0.5), at(took, 0.99), at(took, 0.999), load.failed.get(),
                load.bytes.get() / count);
        double all = 0;
        for (String name : processes.keySet()) {
            double each = (after.get(name) - before.get(name)) * 1000 / count;
            all += each;
            System.out.printf("  %-10s %.3f ms CPU a request%n", name, each);
        }
        System.out.printf("  %-10s %.3f ms CPU a request%n", "all", all);
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * part)] / 1e6;
    }

    private long[] run(int count, int connections, double rate) throws InterruptedException {
        long[] took = new long[count];
        AtomicLong turn = new AtomicLong();
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Thread thread = new Thread(() -> {
                try (Socket socket = new Socket(url.getHost(), url.getPort())) {
                    socket.setTcpNoDelay(true);
                    socket.setSoTimeout(30_000);
                    InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
                    for (long mine = turn.getAndIncrement(); mine < count; mine = turn.getAndIncrement()) {
                        // With a rate, time is counted from when the request was due
                        long due = rate > 0 ? start + (long) (mine * 1e9 / rate) : System.nanoTime();
                        for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                            Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
                        }
                        ask(socket.getOutputStream(), in);
                        took[(int) mine] = System.nanoTime() - due;
                    }
                } catch (IOException | InterruptedException e) {
                    failed.incrementAndGet();
                    System.err.println(e);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return took;
    }

    private void ask(OutputStream out, InputStream in) throws IOException {
        out.write(requests[(int) (next.getAndIncrement() % requests.length)]);
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            failed.incrementAndGet();
        }
        int length = 0;
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).trim());
            } else if (header.regionMatches(true, 0, "transfer-encoding:", 0, 18)) {
                chunked = true;
            }
        }
        if (!chunked) {
            in.skipNBytes(length);
            bytes.addAndGet(length);
            return;
        }
        for (int chunk = Integer.parseInt(line(in), 16); ; chunk = Integer.parseInt(line(in), 16)) {
            in.skipNBytes(chunk);
            bytes.addAndGet(chunk);
            line(in);
            if (chunk == 0) {
                return;
            }
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The connection ended");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** Seconds of CPU, a process's ended children with it: PostgreSQL works in one for each connection. */
    private static Map<String, Double> cpu(Map<String, List<Long>> processes) throws IOException {
        Map<String, Double> cpu = new TreeMap<>();
        for (Map.Entry<String, List<Long>> process : processes.entrySet()) {
            double ticks = 0;
            for (long pid : process.getValue()) {
                ticks += ticks(pid);
                for (Long child : ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::children)
                        .map(ProcessHandle::pid)
                        .toList()) {
                    ticks += ticks(child);
                }
            }
            cpu.put(process.getKey(), ticks / TICKS);
        }
        return cpu;
    }

    private static double ticks(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]) + Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
    }
}
