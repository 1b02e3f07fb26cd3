package dev.tallyport.simulator.devin;

import java.util.List;

/// A group of the identity provider, and the roles that its members have by it.
public record Group(String name, List<RoleAssignment> roles) {

    public Group {
        roles = List.copyOf(roles);
    }
}
