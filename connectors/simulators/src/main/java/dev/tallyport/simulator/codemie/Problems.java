package dev.tallyport.simulator.codemie;

import dev.tallyport.simulator.http.Answer;
import dev.tallyport.simulator.http.Json;
import dev.tallyport.simulator.http.Refusal;

/// Errors in the vendor's own shape.
final class Problems {

    private static final String CHECK_PERIOD =
            "Please check your time_period, start_date, end_date, or date range values.";

    private Problems() {}

    static Refusal unauthorized() {
        return of(401, "Authentication failed", "Invalid or expired token", "Sign in again.");
    }

    static Refusal forbidden() {
        return of(
                403,
                "Access denied",
                "You do not have permission to view this.",
                "Contact your administrator to request access to this project.");
    }

    static Refusal invalid(String details) {
        return of(400, "Invalid request parameters", details, CHECK_PERIOD);
    }

    static Refusal unknownUser(String id) {
        return of(404, "User not found", "No user with id '" + id + "'", "Check the user id.");
    }

    /// The vendor lets its own exceptions through.
    static Refusal failed(String endpoint, String exception) {
        return of(
                500,
                "Failed to retrieve " + endpoint,
                "An error occurred: " + exception,
                "Try again later.");
    }

    private static Refusal of(int status, String message, String details, String help) {
        var error = Json.object("message", message, "details", details, "help", help);
        return new Refusal(Answer.json(status, Json.object("error", error)));
    }
}
