/** The groups of people that HR keeps: departments, projects, sites. */
@NullMarked
package org.outloud.profile.group;

import org.jspecify.annotations.NullMarked;
