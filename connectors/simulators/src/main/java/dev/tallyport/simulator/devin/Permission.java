package dev.tallyport.simulator.devin;

/// What a key may be lacking.
public enum Permission {
    VIEW_ACCOUNT_CONSUMPTION("ViewAccountConsumption"),
    VIEW_ACCOUNT_METRICS("ViewAccountMetrics"),
    VIEW_ACCOUNT_SESSIONS("ViewAccountSessions"),
    MANAGE_ACCOUNT_MEMBERSHIP("ManageAccountMembership"),
    MANAGE_ORGANIZATIONS("ManageOrganizations"),
    MANAGE_ENTERPRISE_SETTINGS("ManageEnterpriseSettings");

    private final String title;

    Permission(String title) {
        this.title = title;
    }

    /// As the vendor writes it.
    public String title() {
        return title;
    }
}
