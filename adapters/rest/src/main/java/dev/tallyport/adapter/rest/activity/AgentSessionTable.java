package dev.tallyport.adapter.rest.activity;

import dev.tallyport.adapter.rest.Named;
import dev.tallyport.adapter.rest.NamesView;
import dev.tallyport.adapter.rest.export.Column;
import dev.tallyport.adapter.rest.export.Table;
import dev.tallyport.adapter.rest.export.Value;
import dev.tallyport.application.activity.ActivityReports.PullRequest;
import dev.tallyport.application.activity.Session;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The columns of sessions, called as the members of [AgentSessionView], with names beside ids.
final class AgentSessionTable {

    static final Table<Named<Session>> TABLE =
            new Table<>(
                    "sessions",
                    "Sessions",
                    Stream.of(
                                    Named.<Session>columns(Dimension.SOURCE),
                                    Named.own(List.of(Column.given("id", "Id", Session::id))),
                                    Named.<Session>columns(Dimension.USER),
                                    Named.<Session>columns(Dimension.ORGANIZATION),
                                    Named.own(
                                            List.of(
                                                    Column.text("title", "Title", Session::title),
                                                    Column.truth(
                                                            "titleHidden",
                                                            "Title hidden",
                                                            one ->
                                                                    Optional.of(
                                                                            one.isTitleHidden())),
                                                    Column.text(
                                                            "status", "Status", Session::status),
                                                    Column.text(
                                                            "statusDetail",
                                                            "Status detail",
                                                            Session::statusDetail),
                                                    Column.moment(
                                                            "created",
                                                            "Created",
                                                            one -> Optional.of(one.created())),
                                                    Column.moment(
                                                            "updated", "Updated", Session::updated),
                                                    Column.decimal(
                                                            "lifetimeAcus",
                                                            "Lifetime ACUs",
                                                            Session::lifetimeAcus),
                                                    Column.text("url", "Address", Session::url),
                                                    Column.text(
                                                            "origin", "Origin", Session::origin),
                                                    Column.text(
                                                            "category",
                                                            "Category",
                                                            Session::category),
                                                    Column.text(
                                                            "subcategory",
                                                            "Subcategory",
                                                            Session::subcategory),
                                                    Column.text("size", "Size", Session::size),
                                                    Column.text(
                                                            "playbook",
                                                            "Playbook",
                                                            Session::playbook),
                                                    Column.text(
                                                            "parent", "Parent", Session::parent),
                                                    Column.several(
                                                            "tags",
                                                            "Tags",
                                                            one ->
                                                                    Value.Several.ofTexts(
                                                                            one.tags())),
                                                    Column.several(
                                                            "pullRequests",
                                                            "Pull requests",
                                                            AgentSessionTable::pullRequests))))
                            .flatMap(List::stream)
                            .toList());

    private AgentSessionTable() {}

    static Group named(Session session) {
        return NamesView.named(session.source(), session.user(), session.organization());
    }

    private static Value pullRequests(Session session) {
        return new Value.Several(
                session.pullRequests().stream().map(AgentSessionTable::pullRequest).toList());
    }

    /// Without what is not stated.
    private static Value pullRequest(PullRequest pullRequest) {
        var stated = new TreeMap<String, String>();
        stated.put("id", pullRequest.id());
        pullRequest.state().ifPresent(state -> stated.put("state", state));
        pullRequest.repository().ifPresent(repository -> stated.put("repository", repository));
        return Value.Members.ofTexts(stated);
    }
}
