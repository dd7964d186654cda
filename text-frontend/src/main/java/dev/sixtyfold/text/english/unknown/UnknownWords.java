package dev.sixtyfold.text.english.unknown;

import dev.sixtyfold.inference.Network;
import dev.sixtyfold.inference.Tensor;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Guesses how a word sounds from its letters. */
public final class UnknownWords {

    /** Signs of the training data's own (changes of language, stress numbers) that are no sounds. */
    private static final String NO_SOUNDS = "()-1";

    private final CharacterAlphabet alphabet;
    private final Network network;
    private final RecentWords recent = new RecentWords(this::workOut);

    /**
     * Reads with a network and its alphabet.
     *
     * @param network
     *            {@code chars [1, L]} to {@code ids [1, T]}, with separators as in connectionist temporal classification
     *            (Graves et al. 2006): repetitions count once, then zeros are dropped
     */
    public UnknownWords(CharacterAlphabet alphabet, Network network) {
        this.alphabet = alphabet;
        this.network = network;
    }

    /** The phonemes of {@code word}, or nothing if the network knows none of its characters. */
    public Optional<String> read(String word) {
        return recent.read(word);
    }

    private Optional<String> workOut(String word) {
        List<Integer> characters = characters(word);
        if (characters.isEmpty()) {
            return Optional.empty();
        }
        // Equal pieces: a short rest at the end of a long word would be read as a word of its own.
        int pieces = Math.ceilDiv(characters.size(), alphabet.maximumLength());
        StringBuilder phonemes = new StringBuilder();
        for (int piece = 0; piece < pieces; piece++) {
            int start = characters.size() * piece / pieces;
            int end = characters.size() * (piece + 1) / pieces;
            phonemes.append(run(characters.subList(start, end)));
        }
        String read = phonemes.toString().replaceAll(" +", " ").strip();
        return read.isEmpty() ? Optional.empty() : Optional.of(read);
    }

    private List<Integer> characters(String word) {
        List<Integer> numbers = new ArrayList<>(word.length());
        word.codePoints().forEach(c -> {
            int number = alphabet.number(Character.toString(c));
            if (number == 0 && c >= 0x80) {
                // A letter with an accent that the network has not seen is still that letter.
                String base = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD).substring(0, 1);
                number = alphabet.number(base);
            }
            if (number > 0) {
                numbers.add(number);
            }
        });
        return numbers;
    }

    private String run(List<Integer> characters) {
        long[] input = characters.stream().mapToLong(Integer::longValue).toArray();
        List<Tensor> outputs = network.run(List.of(Tensor.longs("chars", input, 1, input.length)));
        if (!(outputs.getFirst() instanceof Tensor.Longs ids)) {
            throw new IllegalStateException("the network of unknown words gives no 64-bit integers");
        }
        StringBuilder phonemes = new StringBuilder();
        long previous = 0;
        for (long id : ids.values()) {
            if (id != previous && id != 0 && NO_SOUNDS.indexOf(alphabet.symbol(id)) < 0) {
                phonemes.append(alphabet.symbol(id));
            }
            previous = id;
        }
        return phonemes.toString();
    }
}
