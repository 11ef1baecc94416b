package org.manumit.app.main;

import org.manumit.app.cli.Workplace;

/** Makes the parts of the program and connects them, each when it is first needed. */
final class Wiring implements Workplace {}
