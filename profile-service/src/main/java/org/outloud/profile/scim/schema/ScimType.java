package org.outloud.profile.scim.schema;

import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.types.AttributeDefinition;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A kind of resource.
 *
 * @param common attributes of every resource that clients may write
 * @param aside attributes that the standard knows and clients send but that are not kept here, in lower case
 */
public record ScimType(
        String name, ScimSchema core, List<ScimSchema> extensions, Set<String> common, Set<String> aside) {

    private static final Set<String> WRITTEN_HERE = Set.of("id", "meta", "schemas");

    private static final String EXTENSION = Scim.lower(Scim.ENTERPRISE) + ":";

    public static final ScimType USER = new ScimType(
            "User",
            ScimSchema.USER,
            List.of(ScimSchema.ENTERPRISE),
            Set.of("externalid"),
            Set.of(
                    "nickname",
                    "profileurl",
                    "usertype",
                    "preferredlanguage",
                    "password",
                    "phonenumbers",
                    "ims",
                    "photos",
                    "addresses",
                    "entitlements",
                    "roles",
                    "x509certificates",
                    "name.middlename",
                    "name.honorificprefix",
                    "name.honorificsuffix",
                    "emails.display",
                    EXTENSION + "costcenter",
                    EXTENSION + "organization",
                    EXTENSION + "division",
                    EXTENSION + "manager.displayname",
                    EXTENSION + "manager.$ref"));

    public static final ScimType GROUP =
            new ScimType("Group", ScimSchema.GROUP, List.of(), Set.of("externalid"), Set.of());

    /**
     * What a path leads to.
     *
     * @param schema the extension; null for the core
     * @param name as it is written in the resource; null for a whole schema
     * @param attribute null for a whole schema and for {@code externalId}
     * @param fixed whether only this service writes it
     */
    public record Target(
            @Nullable ScimSchema schema,
            @Nullable String name,
            @Nullable AttributeDefinition attribute,
            @Nullable Filter filter,
            @Nullable AttributeDefinition part,
            boolean fixed) {

        /** Whether the attribute has many values. */
        public boolean isMany() {
            return attribute != null && attribute.isMultiValued();
        }

        /** Whether the attribute has parts. */
        public boolean isComplex() {
            return attribute != null && attribute.getSubAttributes() != null;
        }
    }

    /** Where a path leads; null when it leads to what is not kept here. */
    public @Nullable Target target(String text) throws BadRequestException {
        String path = text.strip();
        for (ScimSchema schema :
                Stream.concat(extensions.stream(), Stream.of(core)).toList()) {
            ScimSchema extension = schema.equals(core) ? null : schema;
            if (path.equalsIgnoreCase(schema.urn())) {
                return new Target(extension, null, null, null, null, false);
            }
            String prefix = schema.urn() + ":";
            if (path.regionMatches(true, 0, prefix, 0, prefix.length())) {
                return target(extension, Scim.path(path.substring(prefix.length())), text);
            }
        }
        if (path.regionMatches(true, 0, "urn:", 0, 4) || path.isEmpty()) {
            throw unknown(text);
        }
        Path read = Scim.path(path);
        return target(implied(read), read, text);
    }

    /** Entra ID leaves the extension's name out now and then. */
    private @Nullable ScimSchema implied(Path path) {
        String name = path.size() == 0 ? "" : Scim.lower(path.getElement(0).getAttribute());
        return core.attributes().containsKey(name)
                ? null
                : extensions.stream()
                        .filter(extension -> extension.attributes().containsKey(name))
                        .findFirst()
                        .orElse(null);
    }

    private @Nullable Target target(@Nullable ScimSchema extension, Path path, String text) throws BadRequestException {
        if (path.size() == 0 || path.size() > 2) {
            throw unknown(text);
        }
        Path.Element first = path.getElement(0);
        Path.Element second = path.size() == 2 ? path.getElement(1) : null;
        String name = Scim.lower(first.getAttribute());
        String full = (extension == null ? "" : Scim.lower(extension.urn()) + ":") + name;
        if (aside.contains(full)
                || (second != null && aside.contains(full + "." + Scim.lower(second.getAttribute())))) {
            return null;
        }
        if (extension == null && WRITTEN_HERE.contains(name)) {
            return new Target(null, first.getAttribute(), null, null, null, true);
        }
        if (extension == null && common.contains(name) && second == null && first.getValueFilter() == null) {
            return new Target(null, "externalId", null, null, null, false);
        }
        AttributeDefinition attribute =
                (extension == null ? core : extension).attributes().get(name);
        if (attribute == null) {
            throw unknown(text);
        }
        if (first.getValueFilter() != null && !(attribute.isMultiValued() && attribute.getSubAttributes() != null)) {
            throw BadRequestException.invalidPath("Brackets stand behind an attribute of many values, not in " + text);
        }
        AttributeDefinition part = second == null ? null : ScimSchema.part(attribute, second.getAttribute());
        if (second != null && (part == null || second.getValueFilter() != null)) {
            throw unknown(text);
        }
        return new Target(
                extension,
                attribute.getName(),
                attribute,
                first.getValueFilter(),
                part,
                isFixed(attribute) || (part != null && isFixed(part)));
    }

    private static boolean isFixed(AttributeDefinition attribute) {
        return attribute.getMutability() == AttributeDefinition.Mutability.READ_ONLY;
    }

    private static BadRequestException unknown(String text) {
        String shown = text.length() > 100 ? text.substring(0, 100) : text;
        return BadRequestException.invalidPath("There is no attribute " + shown + ".");
    }
}
