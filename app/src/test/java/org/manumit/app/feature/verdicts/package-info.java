@NullMarked
package org.manumit.app.feature.verdicts;

import org.jspecify.annotations.NullMarked;
