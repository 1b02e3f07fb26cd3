package dev.tallyport.application.reporting;

import dev.tallyport.application.source.SourceId;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.source.VendorUser;
import dev.tallyport.domain.usage.Dimension;
import java.util.List;
import java.util.Optional;

/// What the ledger and the directory have for filters to be set to. However much usage there is, no
/// list reads any.
public interface Choices {

    /// What may be seen.
    ///
    /// @param people whether it may be told and searched for what people are called here, and under
    ///   which addresses vendors know them
    record Seen(List<Part> parts, boolean people) {

        public Seen {
            parts = List.copyOf(parts);
        }

        static Seen by(Viewer viewer, List<Part> parts) {
            return new Seen(
                    parts, viewer.visibility(Subject.PEOPLE) instanceof Visibility.Everything);
        }
    }

    /// @param rows those whose users, organizations and names occur for whoever asks
    record Part(SourceId source, Rows rows) {}

    /// Which part of a list is wanted.
    ///
    /// @param search what a choice's label, ids or names hold in whatever case; empty for all
    /// @param after only what comes after this place; empty from the first on
    /// @param most above zero
    record Wanted(String search, Optional<Place> after, int most) {}

    /// Where a choice stands in its list: lists are in the order of labels, whatever their case,
    /// and then of keys.
    ///
    /// @param label what people read
    /// @param key like no other's in the list
    record Place(String label, String key) {}

    /// @param name as the vendor states it
    /// @param address as the vendor states it; empty where it may not be seen
    /// @param serviceUser whether it is a program
    /// @param person whom they are held to be; empty for nobody
    record User(
            Place place,
            VendorUser user,
            Optional<String> name,
            Optional<String> address,
            boolean serviceUser,
            Optional<Principal.Person> person) {}

    /// @param person empty for a user who is held to be nobody
    /// @param users what the vendors know them as, as far as it may be seen
    record Person(Place place, Optional<Principal.Person> person, List<User> users) {

        public Person {
            users = List.copyOf(users);
        }
    }

    /// @param name as the vendor states it
    record Organization(Place place, VendorOrganization organization, Optional<String> name) {}

    /// A product, model or activity.
    ///
    /// @param sources where it occurs, by name
    record Name(Place place, List<SourceName> sources) {

        public Name {
            sources = List.copyOf(sources);
        }
    }

    /// Those who have usage that may be seen, or are listed in an organization that may.
    List<User> users(Seen seen, Wanted wanted);

    /// The same users by whom they are held to be.
    List<Person> people(Seen seen, Wanted wanted);

    /// Those that may be seen whole, and those that usage is tied to that may be seen.
    List<Organization> organizations(Seen seen, Wanted wanted);

    /// @param dimension a product, model or activity
    List<Name> names(Seen seen, Dimension dimension, Wanted wanted);
}
