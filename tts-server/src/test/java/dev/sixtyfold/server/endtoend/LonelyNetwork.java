package dev.sixtyfold.server.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Runs programs in a network namespace of their own. It has a loopback interface and one that the default route leads to,
 * with nothing behind it: whatever a program sends into the world is counted there and goes nowhere. Linux only.
 */
final class LonelyNetwork {

    /**
     * Where the kernel has no dummy interfaces, one end of a pair does, the other end of which has no address. IPv6 is off
     * on all of them, so that the kernel itself has nothing to announce; the gateway's hardware address is given, so that
     * nobody has to ask for it.
     */
    private static final String SET_UP = """
            set -e
            ip link set lo up
            ip link add world0 type dummy 2>/dev/null || ip link add world0 type veth peer name void0
            for interface in world0 void0; do
                if [ -e /proc/sys/net/ipv6/conf/$interface/disable_ipv6 ]; then
                    echo 1 >/proc/sys/net/ipv6/conf/$interface/disable_ipv6
                fi
                ip link set $interface up 2>/dev/null || [ $interface = void0 ]
            done
            ip addr add 192.0.2.1/24 dev world0
            ip neigh add 192.0.2.2 lladdr 02:00:00:00:00:02 dev world0
            ip route add default via 192.0.2.2 dev world0
            """;

    /** Runs the arguments, then prints what was sent through each interface; keeps the exit status. */
    private static final String RUN = SET_UP + """
            status=0
            "$@" || status=$?
            while read -r interface received1 received2 r3 r4 r5 r6 r7 r8 bytes packets rest; do
                case $interface in
                    lo: | world0:) echo "sent-through ${interface%:} $packets" ;;
                esac
            done </proc/self/net/dev
            exit $status
            """;
    private static final int PATIENCE_SECONDS = 50;

    private final List<String> unshare;

    private LonelyNetwork(List<String> unshare) {
        this.unshare = unshare;
    }

    /** Whether such a network can be made here: by root, or by a user who may make user namespaces. */
    static Optional<LonelyNetwork> available(Path directory) throws IOException, InterruptedException {
        for (List<String> unshare : List.of(List.of("unshare", "--net"), List.of("unshare", "--map-root-user",
                "--net"))) {
            LonelyNetwork network = new LonelyNetwork(unshare);
            try {
                if (network.run(directory, List.of("true")).status() == 0) {
                    return Optional.of(network);
                }
            } catch (IOException e) {
                // There is no unshare on this system: neither form will do.
            }
        }
        return Optional.empty();
    }

    /**
     * What a program did.
     *
     * @param output
     *            both streams, for a failed test's message
     * @param packetsSent
     *            by the name of the interface
     */
    record Run(int status, String output, Map<String, Long> packetsSent) {}

    /** Runs a program to its end. */
    Run run(Path directory, List<String> command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(unshare);
        words.addAll(List.of("sh", "-c", RUN, "lonely"));
        words.addAll(command);
        Path log = directory.resolve("output");
        Process process = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("still running after " + PATIENCE_SECONDS + " s: " + command);
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String output = Files.readString(log, StandardCharsets.UTF_8);
        return new Run(process.exitValue(), output, packets(output));
    }

    private static Map<String, Long> packets(String output) {
        return output.lines().filter(line -> line.startsWith("sent-through ")).map(line -> line.split(" ", -1))
                .collect(Collectors.toMap(words -> words[1], words -> Long.parseLong(words[2])));
    }
}
