/** What the people of the demo say: topics, situations and the words that vary in them. */
@NullMarked
package org.outloud.standalone.demo.speech;

import org.jspecify.annotations.NullMarked;
