package io.sleddog.cli.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

  /** The lines of the table, without blanks at their ends. */
  public List<String> lines(Style style) {
    return rows.stream().map(row -> line(row, style)).toList();
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
