package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.reading.Decision;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What one would type to get somewhere: e-mail and web addresses, hosts, IP addresses, paths and names of files. All marks
 * are named, since whoever hears an address may want to write it down.
 */
final class NetworkAddresses implements Rule {

    /** After a full stop these begin a sentence: the space between was forgotten. */
    private static final Set<String> SENTENCE_STARTS = Set.of("a", "an", "the", "i", "it", "he", "she", "we", "they",
            "you", "this", "that", "these", "those", "there", "and", "but", "or", "so", "if", "in", "then", "when",
            "what", "who", "why", "how", "yes", "no", "not", "as", "at", "thanks", "please");
    private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "ftps", "sftp", "file", "ssh", "git",
            "ws", "wss", "s3", "gs", "jdbc", "ldap", "smb", "rtsp", "rtmp", "tcp", "udp", "mqtt", "redis", "chrome",
            "data", "grpc");

    /** P.A.Works, J.Smith: initials and a name without a space between. */
    private static final Pattern INITIALS = Pattern.compile("(?:\\p{Lu}\\.)+\\p{Lu}\\p{Ll}{2,}");

    private final AddressSpelling spelling;

    NetworkAddresses(AddressSpelling spelling) {
        this.spelling = spelling;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        if (!mayBegin(tokens, at)) {
            return Optional.empty();
        }
        GluedText glued = GluedText.of(tokens, at);
        String address = glued.withoutMarks();
        Optional<List<String>> spoken = read(address);
        int count = spoken.isPresent() ? glued.tokens(address.length()) : 0;
        return count == 0 ? Optional.empty() : Optional.of(new Match(count, spoken.get(), Decision.NETWORK_ADDRESS));
    }

    /** Whether the token is the first of what stands together, brackets and quotes aside, and something follows in it. */
    private static boolean mayBegin(Tokens tokens, int at) {
        String token = tokens.text(at);
        if (token.isEmpty() || (tokens.isGlued(at - 1) && "([\"'“‘<,;".indexOf(tokens.text(at - 1).charAt(0)) < 0)) {
            return false;
        }
        char first = token.charAt(0);
        boolean start = Character.isLetterOrDigit(first) || "/~.:".indexOf(first) >= 0;
        return start && (tokens.isGlued(at) || token.indexOf('.') > 0);
    }

    private Optional<List<String>> read(String address) {
        int scheme = address.indexOf("://");
        if (scheme > 0 && SCHEMES.contains(address.substring(0, scheme))) {
            return Optional.of(spelling.address(address));
        }
        int at = address.indexOf('@');
        if (at > 0) {
            boolean mail = address.indexOf('@', at + 1) < 0 && isDotted(hostOf(address.substring(at + 1)))
                    && isLocalPart(address.startsWith("mailto:") ? address.substring(7, at) : address.substring(0, at));
            return mail ? Optional.of(spelling.address(address)) : Optional.empty();
        }
        String host = hostOf(address);
        boolean withPath = host.length() < address.length() - 1 && address.charAt(host.length()) == '/';
        if (isHost(host) || (withPath && isDotted(host)) || isIp4(host) || isHex(address)
                || (host.equals("localhost") && host.length() < address.length())) {
            return Optional.of(spelling.address(address));
        }
        return isPath(address) ? Optional.of(spelling.address(address)) : Optional.empty();
    }

    /** What stands before a port, a path or a query. */
    private static String hostOf(String address) {
        int end = 0;
        while (end < address.length() && "/:?#".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        return address.substring(0, end);
    }

    private static boolean isLocalPart(String name) {
        return !name.isEmpty()
                && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "._%+-'".indexOf(c) >= 0);
    }

    /** example.com, Node.js, test.abc; not e.g or U.S or 3.5 or "done.then". */
    private static boolean isHost(String host) {
        return isDotted(host) && hasWord(host) && !isTitle(host) && !INITIALS.matcher(host).matches()
                && !SENTENCE_STARTS.contains(host.substring(host.lastIndexOf('.') + 1));
    }

    /** "Mr.Smith": the space was forgotten. */
    private static boolean isTitle(String host) {
        int dot = host.indexOf('.');
        boolean name = Character.isUpperCase(host.charAt(dot + 1)) && host.indexOf('.', dot + 1) < 0;
        return name && switch (host.substring(0, dot)) {
            case "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Mt", "Sr", "Lt", "Gen", "Col", "Capt", "Sgt", "Sen", "Gov",
                    "Rev",
                    "Rep" ->
                true;
            default -> false;
        };
    }

    /** Names with full stops between them, the last one short and plain. */
    private static boolean isDotted(String host) {
        int dot = host.lastIndexOf('.');
        if (dot <= 0 || dot == host.length() - 1) {
            return false;
        }
        String last = host.substring(dot + 1);
        boolean name = last.length() < 12 && Character.isLetter(last.charAt(0))
                && last.chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c));
        return name && host.indexOf("..") < 0
                && host.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_');
    }

    /** Whether a part is longer than an initial: Ph.D has none that is a name by itself. */
    private static boolean hasWord(String host) {
        int start = 0;
        int longest = 0;
        int letters = 0;
        for (int i = 0; i <= host.length(); i++) {
            if (i == host.length() || host.charAt(i) == '.') {
                longest = Math.max(longest, i - start);
                start = i + 1;
            } else if (Character.isLetter(host.charAt(i))) {
                letters++;
            }
        }
        return longest > 2 && letters > 2;
    }

    private static boolean isIp4(String host) {
        String[] parts = host.split("\\.", 6);
        if (parts.length != 4) {
            return false;
        }
        for (String part : parts) {
            if (part.isEmpty() || part.length() > 3 || !part.chars().allMatch(c -> c >= '0' && c <= '9')
                    || Integer.parseInt(part) > 255) {
                return false;
            }
        }
        return true;
    }

    /** fe80::1, 2001:db8:0:0:0:0:0:1, 00:1a:2b:3c:4d:5e: at least a letter or a double colon tells them from times. */
    private static boolean isHex(String address) {
        boolean form = address.length() < 48 && address.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == ':');
        long colons = address.chars().filter(c -> c == ':').count();
        boolean twice = address.contains("::");
        boolean letter = address.chars().anyMatch(Character::isLetter);
        return form && (twice ? address.length() > 2 : colons > 4 && letter);
    }

    /** /usr/bin, ~/notes, ./run, ../up, C:\Users, src/main/App.java. */
    private static boolean isPath(String address) {
        if (address.length() < 3 || address.chars().noneMatch(Character::isLetter)) {
            return false;
        }
        if (Character.isLetter(address.charAt(0)) && address.startsWith(":\\", 1)) {
            return true;
        }
        boolean fromRoot = address.charAt(0) == '/' && Character.isLetter(address.charAt(1))
                && address.indexOf('/', 1) > 0;
        boolean relative = address.startsWith("~/") || address.startsWith("./") || address.startsWith("../");
        int stroke = address.lastIndexOf('/');
        boolean file = stroke > 0 && isHost(address.substring(stroke + 1)) && Character.isLetter(address.charAt(0));
        return fromRoot || relative || file || (address.charAt(0) == '.' && isHost("dot" + address));
    }
}
