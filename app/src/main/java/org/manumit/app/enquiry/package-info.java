/** What is asked of a case, on the command line and in the window alike: who calls whom, how two are joined, who stands where. */
@NullMarked
package org.manumit.app.enquiry;

import org.jspecify.annotations.NullMarked;
