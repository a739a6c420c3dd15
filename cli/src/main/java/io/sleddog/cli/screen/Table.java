package io.sleddog.cli.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows with their columns one below the other; made by one thread. */
public final class Table {
  private static final String GAP = "  ";

  private final List<List<Cell>> rows = new ArrayList<>();

  /** A table with a line of headings. */
  public Table(String... headings) {
    row(Arrays.stream(headings).map(it -> new Cell(it, Tone.FAINT)).toArray(Cell[]::new));
  }

  /** Adds a row. */
  public void row(Cell... cells) {
    rows.add(List.of(cells));
  }

  /**
   * The lines of the table, without blanks at their ends; where it is too wide, each row becomes a
   * block of lines.
   */
  public List<String> lines(Style style) {
    int columns = rows.get(0).size();
    int width = IntStream.range(0, columns).map(this::width).sum() + GAP.length() * (columns - 1);
    return width <= style.width().getAsInt()
        ? rows.stream().map(row -> line(row, style)).toList()
        : rows.stream().skip(1).flatMap(row -> block(row, style)).toList();
  }

  /** A row as a block: its first cell, and below it the others that say something. */
  private Stream<String> block(List<Cell> row, Style style) {
    List<Cell> headings = rows.get(0);
    int width = headings.stream().mapToInt(it -> it.text().length()).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int column = 0; column < row.size(); column++) {
      Cell cell = row.get(column);
      Cell heading = headings.get(column);
      String name =
          style.paint(heading.tone(), heading.text()) + " ".repeat(width - heading.text().length());
      boolean isSaid = !cell.text().isEmpty() && !cell.text().equals("-");
      if (isSaid) {
        String value = style.paint(cell.tone(), cell.text());
        lines.add(column == 0 ? value : GAP + name + GAP + value);
      }
    }
    return lines.stream();
  }

  private String line(List<Cell> row, Style style) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      Cell cell = row.get(column);
      line.append(style.paint(cell.tone(), cell.text()));
      if (column < row.size() - 1) {
        line.append(" ".repeat(width(column) - cell.text().length())).append(GAP);
      }
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> column < row.size())
        .mapToInt(row -> row.get(column).text().length())
        .max()
        .orElse(0);
  }
}
