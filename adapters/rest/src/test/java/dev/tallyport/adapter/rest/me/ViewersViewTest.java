package dev.tallyport.adapter.rest.me;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.adapter.rest.AnyViewer;
import dev.tallyport.adapter.rest.Page;
import dev.tallyport.adapter.rest.me.ViewersView.ViewerView;
import dev.tallyport.adapter.rest.me.ViewersView.WayView;
import dev.tallyport.adapter.rest.organization.OrganizationView;
import dev.tallyport.application.oneself.FindViewers.Seeing;
import dev.tallyport.application.oneself.FindViewers.Way;
import dev.tallyport.application.oneself.FindViewers.Who;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.access.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ViewersViewTest {

    private static final Way FINANCE =
            new Way(
                    "billing",
                    new Scope.Enterprise(),
                    Optional.empty(),
                    Set.of(Subject.COSTS, Subject.CONSUMPTION));
    private static final Way LEAD =
            new Way(
                    "lead",
                    new Scope.Organization(AnyViewer.ORGANIZATION),
                    Optional.of("Platform"),
                    Set.of(Subject.SESSIONS));

    @Test
    void somebodyIsToldByNameRoleAndScopeAlone() {
        var grace = new Seeing(new Who(new Principal.Person(3), "Grace"), List.of(FINANCE, LEAD));

        var told = ViewersView.of(new Page<>(List.of(grace), false), 0);

        assertThat(told.next()).isNull();
        assertThat(told.viewers())
                .containsExactly(
                        new ViewerView(
                                "person",
                                "Grace",
                                List.of(
                                        new WayView(
                                                "billing", null, List.of("consumption", "costs")),
                                        new WayView(
                                                "lead",
                                                new OrganizationView("acme", "org-1", "Platform"),
                                                List.of("sessions")))));
    }

    @Test
    void aPageGoesOnBehindAllThatCameBefore() {
        var leads = new Seeing(new Who(new Principal.Group("leads"), "leads"), List.of(LEAD));
        var export = new Seeing(new Who(new Principal.ServiceUser(1), "export"), List.of(LEAD));

        var told = ViewersView.of(new Page<>(List.of(export, leads), true), 40);

        assertThat(told.next()).isEqualTo(42);
        assertThat(told.viewers())
                .extracting(ViewerView::kind)
                .containsExactly("service-user", "group");
    }
}
