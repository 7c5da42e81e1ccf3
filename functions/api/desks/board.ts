// The progress board, as one thing to load.

export { showBoard } from '../pages/board/board.tsx'
