package dev.sixtyfold.watermark.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    @TempDir
    private Path directory;
    private Path file;
    private KeyFile keys;

    @BeforeEach
    void inAFreshDirectory() {
        file = directory.resolve("state").resolve("watermark-keys");
        keys = new KeyFile(file, new SecureRandom(), () -> Instant.parse("2026-01-02T03:04:05Z"));
    }

    @Test
    void theFirstStartMakesAKeyThatStays() throws IOException {
        KeyRing first = keys.open();
        assertThat(first.entries()).hasSize(1);
        assertThat(keys.open()).isEqualTo(first);
    }

    @Test
    void onlyTheOwnerCanReadIt() throws IOException {
        assumeTrue(Files.getFileStore(directory).supportsFileAttributeView("posix"), "no POSIX permissions here");
        keys.open();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(keys::open).isInstanceOf(KeyFileException.class).hasMessageContaining("chmod 600");
    }

    @Test
    void rotationAddsAKeyAndKeepsTheOldOnesVerifying() throws IOException {
        KeyRing first = keys.open();
        KeyRing rotated = keys.change(ring -> ring.rotated(new SecureRandom(), () -> Instant.EPOCH));
        assertThat(rotated.stamping()).isNotEqualTo(first.stamping());
        assertThat(rotated.verifying()).containsExactly(rotated.stamping(), first.stamping());
        assertThat(keys.open()).isEqualTo(rotated);
        assertThat(rotated.permutation().apply(5)).isEqualTo(first.permutation().apply(5));
    }

    @Test
    void aRetiredKeyNoLongerVerifies() throws IOException {
        KeyId old = keys.open().stamping().id();
        assertThatThrownBy(() -> keys.change(ring -> ring.retired(old))).hasMessageContaining("rotate before");
        keys.change(ring -> ring.rotated(new SecureRandom(), () -> Instant.EPOCH));
        KeyRing retired = keys.change(ring -> ring.retired(old));
        assertThat(retired.verifying()).containsExactly(retired.stamping());
        assertThat(keys.open()).isEqualTo(retired);
        assertThatThrownBy(() -> retired.retired(new KeyId("00000000"))).hasMessageContaining("no key 00000000");
    }

    @Test
    void aLostFileIsNoticed() throws IOException {
        KeyId id = keys.open().stamping().id();
        Files.delete(file);
        assertThatThrownBy(keys::open).isInstanceOf(KeyFileException.class).hasMessageContaining(id.value())
                .hasMessageContaining("gone");
        assertThat(file).doesNotExist();
    }

    @Test
    void aReplacedFileIsNoticed() throws IOException {
        KeyId id = keys.open().stamping().id();
        Path elsewhere = directory.resolve("other").resolve("watermark-keys");
        new KeyFile(elsewhere, new SecureRandom(), () -> Instant.EPOCH).open();
        Files.copy(elsewhere, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        assertThatThrownBy(keys::open).isInstanceOf(KeyFileException.class).hasMessageContaining(id.value())
                .hasMessageContaining("replaced");
    }

    @Test
    void aDamagedFileIsNoticedWithoutTellingTheSecret() throws IOException {
        keys.open();
        String text = Files.readString(file);
        String secret = text.lines().toList().get(1).substring(9, 73);
        char last = secret.charAt(63);
        Files.writeString(file, text.replace(secret, secret.substring(0, 63) + (last == '0' ? '1' : '0')));
        assertThatThrownBy(keys::open).isInstanceOf(KeyFileException.class).hasMessageContaining("line 2")
                .message().doesNotContain(secret.substring(0, 16));
        Files.writeString(file, "");
        assertThatThrownBy(keys::open).isInstanceOf(KeyFileException.class).hasMessageContaining("first line");
    }
}
