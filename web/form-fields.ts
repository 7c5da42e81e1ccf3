// How a form's answers are called when a browser sends them: "q." and the question's name, so that no question can be
// taken for one of the form's own hidden fields.

const prefix = 'q.'

export const fieldName = (question: string): string => `${prefix}${question}`

/** What was typed, by question name. */
export const typedAnswers = (fields: URLSearchParams): Map<string, string> =>
  new Map(
    [...fields].flatMap(([name, value]): [string, string][] =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  )
