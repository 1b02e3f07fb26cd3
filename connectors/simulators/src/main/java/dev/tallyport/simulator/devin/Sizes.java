package dev.tallyport.simulator.devin;

/// How large an enterprise to make up.
///
/// @param people everybody who was ever a member, those who left included
/// @param cycles billing cycles of history, the present one included
public record Sizes(int people, int organizations, int serviceUsers, int cycles) {

    public Sizes {
        requireAtLeast(1, people, "people");
        requireAtLeast(1, organizations, "organizations");
        requireAtLeast(0, serviceUsers, "service users");
        requireAtLeast(1, cycles, "cycles");
    }

    public static Sizes standard() {
        return new Sizes(200, 6, 8, 18);
    }

    public Sizes withPeople(int count) {
        return new Sizes(count, organizations, serviceUsers, cycles);
    }

    public Sizes withCycles(int count) {
        return new Sizes(people, organizations, serviceUsers, count);
    }

    private static void requireAtLeast(int least, int found, String what) {
        if (found < least) {
            throw new IllegalArgumentException(
                    "expected at least " + least + " " + what + ", found " + found);
        }
    }
}
