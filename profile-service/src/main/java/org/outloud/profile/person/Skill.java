package org.outloud.profile.person;

/** Something a person learns, works with or teaches. */
public record Skill(String name, Level level) {}
