// A start that can't go on, for a reason a person can mend: said in words, without a stack.

export class StartProblem extends Error {}
