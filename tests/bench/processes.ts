import { readdirSync, readFileSync, readlinkSync } from "node:fs";

// What the kernel tells of processes in /proc. Linux only.

const ticksPerSecond = 100;

/** The processes of one process group; with `command` only those of that name. */
export interface Processes {
  group: number;
  command?: string;
}

/** CPU seconds (user and system) that these processes have used so far. The unit is the kernel's clock tick, 10 ms. */
export function cpuSeconds(processes: Processes): number {
  let ticks = 0;
  // Fields after the command's closing bracket: state ppid pgrp ... utime(12th) stime(13th).
  for (const { fields } of found(processes)) ticks += Number(fields[11]) + Number(fields[12]);
  return ticks / ticksPerSecond;
}

/** TCP ports of IPv4 on which these processes listen. */
export function listeningPorts(processes: Processes): number[] {
  const listening = new Map<string, number>();
  for (const line of readFileSync("/proc/net/tcp", "utf8").split("\n").slice(1)) {
    // sl local_address rem_address st ... inode (10th); state 0A is LISTEN.
    const [, local = "", , state, , , , , , inode = ""] = line.trim().split(/\s+/);
    if (state === "0A") listening.set(inode, Number.parseInt(local.slice(local.indexOf(":") + 1), 16));
  }
  const inodes = [...found(processes)].flatMap(({ pid }) =>
    readdirSync(`/proc/${pid}/fd`).map((fd) => /^socket:\[(\d+)\]$/.exec(linkOf(`/proc/${pid}/fd/${fd}`))?.[1] ?? ""),
  );
  return inodes.flatMap((inode) => listening.get(inode) ?? []);
}

function* found({ group, command }: Processes): Generator<{ pid: string; fields: string[] }> {
  for (const pid of readdirSync("/proc")) {
    if (!/^\d+$/.test(pid)) continue;
    const stat = statOf(pid);
    const name = stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")"));
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (Number(fields[2]) === group && (command === undefined || name === command)) yield { pid, fields };
  }
}

function statOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return "";
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return "";
  }
}
