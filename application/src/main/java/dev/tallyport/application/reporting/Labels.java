package dev.tallyport.application.reporting;

import dev.tallyport.application.reporting.Choices.Seen;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.source.VendorUser;
import java.util.Map;
import java.util.Set;

/// What the lists of [Choices] call those who stand in them.
public interface Labels {

    /// Of users with one of these ids, in whatever source.
    Map<VendorUser, String> ofUsers(Seen seen, Set<String> ids);

    /// Of organizations with one of these ids, in whatever source.
    Map<VendorOrganization, String> ofOrganizations(Seen seen, Set<String> ids);

    /// Where it may be told what people are called here, of those, too, of whose users none may be
    /// seen.
    Map<Principal.Person, String> ofPeople(Seen seen, Set<Principal.Person> people);
}
