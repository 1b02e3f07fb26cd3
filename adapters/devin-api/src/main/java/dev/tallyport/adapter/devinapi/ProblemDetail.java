package dev.tallyport.adapter.devinapi;

import io.quarkus.runtime.annotations.RegisterForReflection;

/// Why a request was refused. Older clients read `detail` only.
@RegisterForReflection
record ProblemDetail(String detail, String type, String title, int status) {

    static ProblemDetail of(int status, String title, String detail) {
        return new ProblemDetail(detail, "about:blank", title, status);
    }
}
