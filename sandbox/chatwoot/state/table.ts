export interface SavedTable<Row> {
  next: number;
  rows: Row[];
}

/** Rows numbered like a database numbers them: no id is given twice, not even a deleted row's. */
export class Table<Row extends { id: number }> {
  readonly #rows: Map<number, Row>;
  #next: number;

  constructor(saved: SavedTable<Row> = { next: 1, rows: [] }) {
    this.#rows = new Map(saved.rows.map((row) => [row.id, row]));
    this.#next = saved.next;
  }

  add(make: (id: number) => Row): Row {
    const row = make(this.#next++);
    this.#rows.set(row.id, row);
    return row;
  }

  get(id: number): Row | undefined {
    return this.#rows.get(id);
  }

  /** Oldest first. */
  all(): Row[] {
    return [...this.#rows.values()];
  }

  find(matches: (row: Row) => boolean): Row | undefined {
    for (const row of this.#rows.values()) if (matches(row)) return row;
    return undefined;
  }

  remove(id: number): boolean {
    return this.#rows.delete(id);
  }

  saved(): SavedTable<Row> {
    return { next: this.#next, rows: this.all() };
  }
}
