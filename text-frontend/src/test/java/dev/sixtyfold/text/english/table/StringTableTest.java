package dev.sixtyfold.text.english.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StringTableTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 1000, 5000})
    void everyKeyIsFoundAndNothingElseAlsoAfterWriting(int size) {
        Random random = new Random(size);
        List<String> keys = Stream.generate(() -> Long.toString(random.nextLong(), 36)).distinct().limit(size).toList();
        TableWriter out = new TableWriter();
        StringTable.of(keys).write(out);

        StringTable read = StringTable.read(new TableReader(ByteBuffer.wrap(out.toByteArray())));

        assertThat(read.size()).isEqualTo(size);
        assertThat(keys.stream().map(read::indexOf)).isEqualTo(
                Stream.iterate(0, i -> i + 1).limit(size).toList());
        assertThat(keys.stream().map(key -> key + "!")).noneMatch(read::contains);
        assertThat(read.indexOf("")).isEqualTo(-1);
    }
}
