package org.manumit.app.cli;

/** What the commands need of the rest of the program. Nothing is started before it is asked for. */
public interface Workplace {}
