package skylark.models.store;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import skylark.domain.BadInputException;

/**
 * Reads a .tar.gz or .zip front to back, and trusts nothing in it: no entry may leave its folder or be a link or device,
 * and there are limits on how many entries there are and how much they unpack to.
 */
final class Archive {
    private static final int MOST_ENTRIES = 20_000;

    private final Path file;
    private final long mostBytes;

    /**
     * @param mostBytes how much it may unpack to in all
     */
    Archive(Path file, long mostBytes) {
        this.file = file;
        this.mostBytes = mostBytes;
    }

    /** Takes one file of the archive; what it leaves unread is skipped. */
    @FunctionalInterface
    interface Visitor {
        void file(String name, InputStream content) throws IOException;
    }

    /**
     * Visits every regular file in the archive's order.
     *
     * @throws BadInputException if it is no archive, is cut short, or breaks a limit
     */
    void read(Visitor visitor) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
            raw.mark(2);
            int first = raw.read();
            int second = raw.read();
            raw.reset();
            if (first == 0x1f && second == 0x8b) {
                readTar(raw, visitor);
            } else if (first == 'P' && second == 'K') {
                readZip(raw, visitor);
            } else {
                throw new BadInputException(file + ": expected a .tar.gz or .zip archive");
            }
        } catch (EOFException | ZipException e) {
            throw new BadInputException(file + ": the archive is truncated or corrupt", e);
        }
    }

    private void readTar(InputStream raw, Visitor visitor) throws IOException {
        InputStream unpacked = new LimitedInput(new GZIPInputStream(raw), this::tooLarge, mostBytes);
        try (TarArchiveInputStream tar = new TarArchiveInputStream(unpacked, "UTF-8")) {
            int entries = 0;
            for (TarArchiveEntry entry = next(tar); entry != null; entry = next(tar)) {
                String name = checked(entry.getName(), ++entries);
                if (entry.isDirectory() || entry.isGlobalPaxHeader()) {
                    continue;
                }
                if (isSpecial(entry)) {
                    throw new BadInputException(file + ": entry '" + name + "' is a link or device, expected files");
                }
                visitor.file(name, new TarContent(tar));
            }
        }
    }

    private static boolean isSpecial(TarArchiveEntry entry) {
        boolean link = entry.isLink() || entry.isSymbolicLink();
        boolean device = entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO();
        return link || device || entry.isSparse();
    }

    private TarArchiveEntry next(TarArchiveInputStream tar) throws IOException {
        try {
            return tar.getNextEntry();
        } catch (EOFException | ZipException e) {
            throw e;
        } catch (IOException e) {
            // The library reports damage only as a plain IOException.
            throw new ZipException(String.valueOf(e.getMessage()));
        }
    }

    private void readZip(InputStream raw, Visitor visitor) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(raw)) {
            InputStream content = new LimitedInput(zip, this::tooLarge, mostBytes);
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = checked(entry.getName(), ++entries);
                if (!entry.isDirectory()) {
                    visitor.file(name, content);
                    content.transferTo(java.io.OutputStream.nullOutputStream());
                }
            }
            if (entries == 0) {
                throw new ZipException("no entries");
            }
        }
    }

    private String checked(String rawName, int entries) {
        String name = EntryName.plain(rawName);
        if (entries > MOST_ENTRIES) {
            throw new BadInputException(file + ": has more than " + MOST_ENTRIES + " entries");
        }
        if (!name.equals(".") && !name.isEmpty() && !EntryName.staysInside(name)) {
            throw new BadInputException(file + ": entry '" + printable(name) + "' would leave its folder");
        }
        return name;
    }

    private BadInputException tooLarge() {
        return new BadInputException(file + ": unpacks to more than " + mostBytes / 1_000_000 + " MB");
    }

    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }

    /** One entry's bytes; a cut inside them is named as such. */
    private static final class TarContent extends java.io.FilterInputStream {
        TarContent(TarArchiveInputStream tar) {
            super(tar);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return super.read(target, offset, length);
            } catch (EOFException | ZipException e) {
                throw e;
            } catch (IOException e) {
                throw new ZipException(String.valueOf(e.getMessage()));
            }
        }
    }
}
