package dev.tallyport.connector.codemie;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.http.MalformedMember;
import dev.tallyport.connector.spi.ConnectorException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What the account sees. The vendor narrows its answers to that without a word, so that too few
/// rights would look like little usage; here they are an error.
final class Rights {

    private static final String REMEDY =
            "; give the account that Tallyport reads with the role Admin or Auditor in CodeMie";

    private Rights() {}

    /// Why the account does not see everybody, if so.
    ///
    /// @param user the answer of `/v1/user`
    static Optional<String> narrowness(String request, JsonNode user) {
        var account = JsonValue.root(user);
        try {
            boolean seesAll =
                    account.optionalFlag("is_admin").orElse(false)
                            || account.optionalFlag("is_maintainer").orElse(false)
                            || account.optionalFlag("is_auditor").orElse(false);
            return seesAll
                    ? Optional.empty()
                    : Optional.of(
                            "the account is neither an administrator nor an auditor, so that"
                                    + " CodeMie would answer with what it may see alone"
                                    + REMEDY);
        } catch (MalformedMember malformed) {
            throw malformed.toFailure(request);
        }
    }

    /// @param asked the projects that were asked for; empty for all
    /// @throws ConnectorException `MISCONFIGURED` for an answer about other projects
    static void requireUnnarrowed(String request, JsonNode answer, Set<String> asked) {
        var applied = answer.at("/metadata/filters_applied/projects");
        if (applied.isMissingNode()) {
            return;
        }
        var projects = new HashSet<String>();
        applied.forEach(project -> projects.add(project.asText()));
        if (!projects.equals(asked)) {
            throw tooFew(
                    "CodeMie answered GET "
                            + request
                            + " for other projects than were asked for, as it does for an account"
                            + " that may not see them all"
                            + REMEDY);
        }
    }

    static ConnectorException tooFew(String reason) {
        return new ConnectorException(ConnectorException.Kind.MISCONFIGURED, reason);
    }
}
