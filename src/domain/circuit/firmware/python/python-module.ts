/** A driver that we write into the project as a file of its own, beside main.py. `name` is what `import` says. */
export interface PythonModule {
  name: string;
  source: string;
}

/** Python text as it stands, without the line feed that makes it readable here. */
export function pythonModule(name: string, source: string): PythonModule {
  return { name, source: `${source.trim()}\n` };
}
