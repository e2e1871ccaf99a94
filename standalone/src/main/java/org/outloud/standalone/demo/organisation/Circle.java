package org.outloud.standalone.demo.organisation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A community hosted here, with its people.
 *
 * @param topics names of what it talks about
 * @param roles by user name, in the order of joining
 */
record Circle(Line.Community community, List<String> topics, Map<String, String> roles) {

    Circle {
        roles = new LinkedHashMap<>(roles);
    }

    boolean isOpen() {
        return "open".equals(community.visibility());
    }

    /** Followers only read. */
    boolean mayPost(Person person) {
        String role = roles.get(person.userName());
        return role != null && !role.equals("follower");
    }

    boolean mayRead(Person person) {
        return isOpen() || roles.containsKey(person.userName());
    }
}
