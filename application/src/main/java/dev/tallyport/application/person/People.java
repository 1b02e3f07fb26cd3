package dev.tallyport.application.person;

import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.source.VendorUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// People, and the journal of what the vendors know them as. Nothing in the journal is ever
/// altered: a link that is detached says so, and since when.
public interface People {

    /// @param mergedInto who they are a part of; empty for somebody of their own
    record Person(
            Principal.Person id,
            String name,
            Optional<Principal.Person> mergedInto,
            Instant createdAt) {}

    /// @param linkedBy the name of whoever linked them
    record Link(
            Principal.Person person,
            VendorUser user,
            How how,
            Instant linkedAt,
            String linkedBy,
            Optional<Instant> detachedAt,
            Optional<String> detachedBy) {}

    /// Why a vendor's user is held to be a person.
    enum How {
        /// The vendor and an account of the person state one address, which is verified.
        VERIFIED_ADDRESS,
        /// Somebody who may said so.
        BY_HAND
    }

    /// A vendor's user as the vendor names them.
    ///
    /// @param person who they are held to be; empty for nobody
    record Known(
            VendorUser user,
            Optional<String> name,
            Optional<String> address,
            boolean serviceUser,
            Optional<Principal.Person> person) {}

    /// A link that an address speaks for.
    record Match(Principal.Person person, VendorUser user) {}

    /// @param name for people to read
    Person create(String name, Instant at);

    Optional<Person> find(Principal.Person id);

    /// By name and number; those whose name, or the address of one of whose accounts, holds the
    /// text in whatever case.
    ///
    /// @param after only those that come after this person; empty from the first on
    /// @param most above zero
    List<Person> search(String text, Optional<Principal.Person> after, int most);

    /// What the vendors know now as the person, or as somebody merged into them, by source and id.
    List<Link> links(Principal.Person person);

    /// Every link that the person, or somebody merged into them, ever had, in the order of linking.
    List<Link> journal(Principal.Person person);

    Optional<Known> known(VendorUser user);

    /// Vendor users whose id, name or address holds the text in whatever case, by source and id.
    ///
    /// @param onlyUnlinked whether to leave out those who are held to be somebody
    /// @param most above zero
    List<Known> searchKnown(String text, boolean onlyUnlinked, int most);

    /// Vendor users who are held to be nobody yet and whose address is the verified address of
    /// accounts of exactly one person, from whom they were never detached by hand.
    ///
    /// @param address only of this one, in whatever case; empty for all
    /// @param most above zero
    List<Match> matches(Optional<String> address, int most);

    /// The user must be linked to nobody.
    ///
    /// @return false when another was faster
    boolean link(Match match, How how, String by, Instant at);

    /// Nothing happens where there is no such link.
    void detach(Match match, String by, Instant at);

    /// From now on whatever is the one's is the other's. Both must be people of their own.
    void merge(Principal.Person person, Principal.Person into, String by, Instant at);

    /// Takes a merge back.
    void separate(Principal.Person person, String by, Instant at);
}
