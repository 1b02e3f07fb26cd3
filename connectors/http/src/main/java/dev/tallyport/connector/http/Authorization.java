package dev.tallyport.connector.http;

import java.net.http.HttpRequest;

/// What makes a vendor accept the requests of one [VendorApi]. Safe for any number of threads.
interface Authorization {

    /// May ask for a token first.
    void addTo(HttpRequest.Builder request) throws InterruptedException;

    /// Whether a request that was answered 401 may be accepted when it is made anew.
    boolean renew(HttpRequest refused) throws InterruptedException;
}
