package dev.tallyport.adapter.rest.me;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.adapter.rest.AnyViewer;
import dev.tallyport.adapter.rest.OrganizationId;
import dev.tallyport.adapter.rest.UserId;
import org.junit.jupiter.api.Test;

class MeViewTest {

    @Test
    void everybodyLearnsWhatIsKnownOfThem() {
        var me = MeView.of(AnyViewer.who());

        assertThat(me.principal()).isEqualTo("person:7");
        assertThat(me.permissions()).isEmpty();
        assertThat(me.linkedTo()).containsExactly(new UserId("acme", "email|1"));
        assertThat(me.memberOf()).containsExactly(new OrganizationId("acme", "org-1"));
        assertThat(me.personalAnalytics().on()).isFalse();
        assertThat(me.personalAnalytics().rule().kind()).isEqualTo("unknown");
    }
}
