// Imports a module (its address comes as the argument) and prints the CPU milliseconds that took, all threads together.
// Plain JavaScript: a process of its own must load nothing else first.

const [, , address] = process.argv
const before = process.cpuUsage()
await import(address)
const { user, system } = process.cpuUsage(before)
console.log(JSON.stringify({ milliseconds: (user + system) / 1_000 }))
process.exit()
