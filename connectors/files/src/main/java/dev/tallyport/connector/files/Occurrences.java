package dev.tallyport.connector.files;

/// Counts rows that are told by the same, in 32 bytes or so for each. Two that merely begin alike
/// share a count, which costs a gap in the numbers and nothing else.
final class Occurrences {

    private static final int SMALLEST = 1 << 10;

    private long[] prints = new long[SMALLEST];
    private int[] counts = new int[SMALLEST];
    private int[] files = new int[SMALLEST];
    private int used;
    private long repeatedAcrossFiles;

    /// How many there are now with this one.
    ///
    /// @param file the number of the file that the row is in
    int add(long print, int file) {
        if (used > prints.length / 2) {
            grow();
        }
        int place = placeOf(print);
        if (counts[place] == 0) {
            prints[place] = print;
            used++;
        } else if (files[place] != file) {
            repeatedAcrossFiles++;
        }
        files[place] = file;
        counts[place]++;
        return counts[place];
    }

    /// How many rows were counted before in another file.
    long repeatedAcrossFiles() {
        return repeatedAcrossFiles;
    }

    private int placeOf(long print) {
        int place = (int) (print >>> 32) & (prints.length - 1);
        while (counts[place] > 0 && prints[place] != print) {
            place = (place + 1) & (prints.length - 1);
        }
        return place;
    }

    private void grow() {
        var formerPrints = prints;
        var formerCounts = counts;
        var formerFiles = files;
        prints = new long[formerPrints.length * 2];
        counts = new int[prints.length];
        files = new int[prints.length];
        for (int i = 0; i < formerPrints.length; i++) {
            if (formerCounts[i] > 0) {
                int place = placeOf(formerPrints[i]);
                prints[place] = formerPrints[i];
                counts[place] = formerCounts[i];
                files[place] = formerFiles[i];
            }
        }
    }
}
