package org.outloud.profile.scim.query;

import static java.util.Map.entry;

import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.outloud.profile.scim.query.ScimAttribute.Kind;
import org.outloud.profile.scim.schema.Scim;

/**
 * What a kind of resource can be filtered and sorted by.
 *
 * @param core the schema whose attributes may go without its URN
 * @param single by name in lower case, those of the extension behind its URN
 * @param grouped attributes that only hold others, with the names of these
 * @param sorted how attributes of many values are ordered: by the primary or first
 */
public record ScimAttributes(
        String core,
        Map<String, ScimAttribute> single,
        Map<String, ScimList> lists,
        Map<String, Set<String>> grouped,
        Map<String, ScimAttribute> sorted) {

    private static final String EXTENSION = Scim.lower(Scim.ENTERPRISE);

    private static final String EXTENDED = "coalesce(p.employee_number, p.manager, p.department) is not null";

    /** People: {@code person p}. */
    public static final ScimAttributes USER = new ScimAttributes(
            Scim.USER,
            Map.ofEntries(
                    entry("id", new ScimAttribute(Kind.ID, "p.id")),
                    entry("externalid", new ScimAttribute(Kind.EXACT, "p.external_id")),
                    entry("username", new ScimAttribute(Kind.FOLDED, "p.user_key")),
                    entry("displayname", words("p.display_name")),
                    entry("name.formatted", words("p.formatted_name")),
                    entry("name.givenname", words("p.given_name")),
                    entry("name.familyname", words("p.family_name")),
                    entry("title", words("p.job_title")),
                    entry("locale", words("p.locale")),
                    entry("timezone", words("p.time_zone")),
                    entry("active", new ScimAttribute(Kind.FLAG, "p.active")),
                    entry(EXTENSION + ":employeenumber", words("p.employee_number")),
                    entry(EXTENSION + ":department", words("p.department")),
                    entry(EXTENSION + ":manager", words("p.manager")),
                    entry(EXTENSION + ":manager.value", words("p.manager")),
                    entry("meta.resourcetype", words("'User'::text")),
                    entry("meta.created", new ScimAttribute(Kind.TIME, "p.created_at")),
                    entry("meta.lastmodified", new ScimAttribute(Kind.TIME, "p.changed_at")),
                    entry("meta.location", new ScimAttribute(Kind.ADDRESS, "('/scim/v2/Users/' || p.id)")),
                    entry("meta.version", new ScimAttribute(Kind.EXACT, "('W/\"' || p.version || '\"')"))),
            Map.of(
                    "emails",
                    new ScimList(
                            "jsonb_array_elements(p.emails) as e where true",
                            Map.of(
                                    "value", words("e->>'value'"),
                                    "type", words("e->>'type'"),
                                    "primary", new ScimAttribute(Kind.FLAG, "nullif((e->>'primary')::boolean, false)")),
                            "p.id = any(array(select x.id from person x where x.email_keys @> array[%s]::text[]))"),
                    "groups",
                    new ScimList(
                            "hr_group_member m join hr_group g on g.id = m.group_id"
                                    + " where m.person_id = p.id and m.member",
                            Map.of(
                                    "value",
                                    new ScimAttribute(Kind.ID, "m.group_id"),
                                    "type",
                                    words("'direct'::text"),
                                    "display",
                                    words("g.display_name"),
                                    "$ref",
                                    new ScimAttribute(Kind.ADDRESS, "('/scim/v2/Groups/' || m.group_id)")),
                            null),
                    "schemas",
                    schemas("array['" + Scim.USER + "', case when " + EXTENDED + " then '" + Scim.ENTERPRISE
                            + "' end]")),
            Map.of(
                    "name",
                    Set.of("name.formatted", "name.givenname", "name.familyname"),
                    EXTENSION,
                    Set.of(EXTENSION + ":employeenumber", EXTENSION + ":department", EXTENSION + ":manager"),
                    "meta",
                    Set.of("meta.resourcetype")),
            Map.of(
                    "emails", new ScimAttribute(Kind.FOLDED, "p.email_key"),
                    "emails.value", new ScimAttribute(Kind.FOLDED, "p.email_key")));

    /** Groups: {@code hr_group g}. */
    public static final ScimAttributes GROUP = new ScimAttributes(
            Scim.GROUP,
            Map.ofEntries(
                    entry("id", new ScimAttribute(Kind.ID, "g.id")),
                    entry("externalid", new ScimAttribute(Kind.EXACT, "g.external_id")),
                    entry("displayname", words("g.display_name")),
                    entry("meta.resourcetype", words("'Group'::text")),
                    entry("meta.created", new ScimAttribute(Kind.TIME, "g.created_at")),
                    entry("meta.lastmodified", new ScimAttribute(Kind.TIME, "g.changed_at")),
                    entry("meta.location", new ScimAttribute(Kind.ADDRESS, "('/scim/v2/Groups/' || g.id)")),
                    entry("meta.version", new ScimAttribute(Kind.EXACT, "('W/\"' || g.version || '\"')"))),
            Map.of(
                    "members",
                    new ScimList(
                            "hr_group_member m join person q on q.id = m.person_id"
                                    + " where m.group_id = g.id and m.member",
                            Map.of(
                                    "value",
                                    new ScimAttribute(Kind.ID, "m.person_id"),
                                    "type",
                                    words("'User'::text"),
                                    "display",
                                    words("q.display_name"),
                                    "$ref",
                                    new ScimAttribute(Kind.ADDRESS, "('/scim/v2/Users/' || m.person_id)")),
                            null),
                    "schemas",
                    schemas("array['" + Scim.GROUP + "']")),
            Map.of("meta", Set.of("meta.resourcetype")),
            Map.of());

    /** The attribute in lower case, such as {@code emails.value}; an extension's without its URN is found, too. */
    String nameOf(@Nullable Path path) throws BadRequestException {
        if (path == null) {
            throw BadRequestException.invalidFilter("An attribute is missing.");
        }
        StringJoiner name = new StringJoiner(".", prefixOf(path), "");
        for (Path.Element element : path) {
            if (element.getValueFilter() != null) {
                throw BadRequestException.invalidFilter("Brackets stand behind an attribute of many values.");
            }
            name.add(Scim.lower(element.getAttribute()));
        }
        String full = name.toString();
        return knows(full) || !knows(EXTENSION + ":" + full) ? full : EXTENSION + ":" + full;
    }

    private boolean knows(String name) {
        return single.containsKey(name) || lists.containsKey(name.split("\\.", 2)[0]) || grouped.containsKey(name);
    }

    /** Empty for the core schema, which is meant when none is named. */
    String prefixOf(Path path) {
        String urn = path.getSchemaUrn();
        return urn == null || urn.equalsIgnoreCase(core) ? "" : Scim.lower(urn) + ":";
    }

    /** The expression to sort by. */
    ScimAttribute orderBy(String sortBy) throws BadRequestException {
        String name = nameOf(Scim.path(sortBy));
        ScimAttribute attribute = single.getOrDefault(name, sorted.get(name));
        if (attribute == null) {
            throw BadRequestException.invalidPath("Nothing is sorted by this attribute.");
        }
        return attribute;
    }

    private static ScimAttribute words(String sql) {
        return new ScimAttribute(Kind.WORDS, sql);
    }

    private static ScimList schemas(String array) {
        return new ScimList("unnest(" + array + ") as s where s is not null", Map.of("value", words("s")), null);
    }
}
