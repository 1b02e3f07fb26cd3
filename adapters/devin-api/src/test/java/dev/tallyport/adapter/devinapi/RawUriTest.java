package dev.tallyport.adapter.devinapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RawUriTest {

    @Test
    void onlyWhatShouldHaveBeenEncodedIsEncoded() {
        assertThat(RawUri.encoded("/daily/email|1%7C2/é;v=1?org_ids[]=a,b&start=50%&end=x+y"))
                .isEqualTo(
                        "/daily/email%7C1%7C2/%C3%A9%3Bv=1?org_ids%5B%5D=a,b&start=50%25&end=x+y");
    }

    @Property
    void theResultIsAlwaysLegal(@ForAll String sent) {
        var encoded = RawUri.encoded("/daily/" + sent);

        assertThat(URI.create(encoded).getRawPath()).startsWith("/daily/");
        assertThat(RawUri.encoded(encoded)).isEqualTo(encoded);
    }

    @Property
    void whatIsLegalStaysAsItIs(@ForAll String sent) {
        var legal = "/daily/" + URLEncoder.encode(sent, StandardCharsets.UTF_8);

        assertThat(RawUri.encoded(legal)).isEqualTo(legal);
    }
}
