package io.sleddog.cli.screen;

import java.io.BufferedReader;
import java.io.PrintStream;
import java.util.function.IntSupplier;

/**
 * The streams of the process.
 *
 * @param out results
 * @param err progress, questions and problems
 * @param in answers
 * @param isTerminal whether a person sits at the other end and wants colours and questions
 * @param width how many characters a line of results has room for
 */
public record Streams(
    PrintStream out, PrintStream err, BufferedReader in, boolean isTerminal, IntSupplier width) {}
