/**
 * What every function of this package throws: the first fault's class, code, path and help, and all faults found.
 */
export class ShequError extends Error {
  constructor(message, faults, count) {
    super(message);
    const [first] = faults;
    this.name = first.kind;
    this.code = first.code;
    this.path = first.path;
    this.help = first.help;
    this.faults = faults;
    this.count = count;
  }
}
