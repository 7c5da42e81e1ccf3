// The pages of what came in, as one thing to load: few people work with them, and everybody waits for a cold start.

export { showAnswersList } from '../pages/answers/list.tsx'
export { showNeighbour } from '../pages/answers/neighbour.ts'
export { sendEvidencePicture } from '../pages/answers/picture.ts'
export { showRecord } from '../pages/answers/record.tsx'
export {
  acceptResponse,
  askWithdraw,
  releaseResponse,
  returnResponse,
  withdrawResponse,
} from '../pages/answers/steps.tsx'
export { acceptChosen, showAnswers } from '../pages/answers/table.tsx'
export { acceptWaiting, showWaiting } from '../pages/answers/waiting.tsx'
