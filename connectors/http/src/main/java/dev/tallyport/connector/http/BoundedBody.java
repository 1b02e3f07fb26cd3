package dev.tallyport.connector.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// Collects the bytes of an answer and stops the transfer beyond a limit. Never fails: how the body
/// ended is part of it, so that a status survives a body that broke.
final class BoundedBody implements HttpResponse.BodySubscriber<BoundedBody> {

    enum End {
        WHOLE,
        CUT_OFF,
        TOO_LARGE
    }

    private final int limit;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<BoundedBody> ended = new CompletableFuture<>();
    private volatile End end = End.CUT_OFF;
    private Flow.@Nullable Subscription subscription;

    BoundedBody(int limit) {
        this.limit = limit;
    }

    static BoundedBody whole(byte[] bytes) {
        var body = new BoundedBody(bytes.length);
        body.bytes.writeBytes(bytes);
        body.endAs(End.WHOLE);
        return body;
    }

    @Override
    public CompletionStage<BoundedBody> getBody() {
        return ended;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (var buffer : buffers) {
            if (ended.isDone()) {
                return;
            }
            if (buffer.remaining() > limit - bytes.size()) {
                endAs(End.TOO_LARGE);
                if (subscription != null) {
                    subscription.cancel();
                }
                return;
            }
            var chunk = new byte[buffer.remaining()];
            buffer.get(chunk);
            bytes.writeBytes(chunk);
        }
    }

    @Override
    public void onError(Throwable failure) {
        endAs(End.CUT_OFF);
    }

    @Override
    public void onComplete() {
        endAs(End.WHOLE);
    }

    private void endAs(End end) {
        if (!ended.isDone()) {
            this.end = end;
            ended.complete(this);
        }
    }

    End end() {
        return end;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
