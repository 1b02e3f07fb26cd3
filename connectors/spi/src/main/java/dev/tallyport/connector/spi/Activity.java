package dev.tallyport.connector.spi;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Something that was done with an agent, to be listed and drilled into. Its figures are its own
/// and are never added to usage; where they should be compared with usage, hand them over as facts
/// of a cut of their own as well. An activity replaces the earlier one of its kind and id; one that
/// is no longer listed is kept.
///
/// @param id unique in its kind and source, at most 200 bytes
/// @param start when it began, or was created
/// @param updated when the vendor last changed it, if it says so
/// @param user the vendor's id of the person or service user
/// @param organization the vendor's id of the organization or project
/// @param parent the id of the session that it belongs to, if it does
/// @param title what people call it; may tell what somebody works on, so that only those see it who
///   may
/// @param figures by meter, such as `acus` or `user-messages`; those of its whole life so far
/// @param attributes whatever else the vendor documents, each with its values in the vendor's
///   order; at most 64 KiB together. The platform knows and counts by `status`, `origin`,
///   `session-size`, `category`, `subcategory` and `playbook-id` of sessions and `state` of pull
///   requests (`open`, `closed` or `merged`), and shows `status-detail`, `url`, `repository` and
///   `tags`, the last only to those who may see titles.
public record Activity(
        Kind kind,
        String id,
        Instant start,
        Optional<Instant> updated,
        Optional<String> user,
        Optional<String> organization,
        Optional<String> parent,
        Optional<String> title,
        Map<String, BigDecimal> figures,
        Map<String, List<String>> attributes) {

    /// What was done.
    public enum Kind {
        /// An agent working on a task, or a conversation with one.
        SESSION,
        /// A configured assistant, over its whole life.
        ASSISTANT,
        /// A configured workflow, over its whole life.
        WORKFLOW,
        /// A change that an agent proposed to a repository.
        PULL_REQUEST,
        /// A question answered without a session.
        SEARCH,
        /// Something that the vendor wrote to its own audit log.
        AUDIT_EVENT
    }

    public Activity {
        figures = Map.copyOf(figures);
        attributes =
                attributes.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }
}
