package io.sleddog.macro.template;

/**
 * A branch of {@code Fn::If}.
 *
 * @param condition the name of the condition
 * @param isTaken whether it is the branch for a condition that holds
 */
record Choice(String condition, boolean isTaken) {}
