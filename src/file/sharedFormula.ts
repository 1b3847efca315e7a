/** A formula that several cells share is stored once; this gives each follower its own text. */
import { columnLetters, fromA1, type CellRef } from '../core/sheet/cellRef';

// Strings, quoted sheet names, words and function names are passed over; what is left can hold references.
const piecePattern =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<cell>\$?[A-Za-z]{1,3}\$?[1-9][0-9]*)(?![\p{L}\p{N}_.(!])|(?<columns>\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3})(?![\p{L}\p{N}_.(])|(?<rows>\$?[1-9][0-9]*:\$?[1-9][0-9]*)(?![\p{L}\p{N}_.])|[\p{L}_\\][\p{L}\p{N}_.\\?]*|[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?/gu;

/** The leader's formula as it reads in another cell: relative references move by the distance between the two. */
export function formulaFor(formula: string, leader: CellRef, follower: CellRef): string {
  const down = follower.row - leader.row;
  const across = follower.column - leader.column;
  let result = '';
  let done = 0;
  for (const match of formula.matchAll(piecePattern)) {
    const { cell, columns, rows } = match.groups ?? {};
    const [piece] = match;
    result += formula.slice(done, match.index);
    done = match.index + piece.length;
    if (cell !== undefined) result += movedCell(cell, down, across);
    else if (columns !== undefined) result += each(columns, (part) => movedColumn(part, across));
    else if (rows !== undefined) result += each(rows, (part) => movedRow(part, down));
    else result += piece;
  }
  return result + formula.slice(done);
}

function each(piece: string, move: (part: string) => string): string {
  return piece.split(':').map(move).join(':');
}

function movedCell(piece: string, down: number, across: number): string {
  const [, columnPart = '', rowPart = ''] = /^(\$?[A-Za-z]+)(\$?[0-9]+)$/.exec(piece) ?? [];
  return `${movedColumn(columnPart, across)}${movedRow(rowPart, down)}`;
}

function movedColumn(part: string, across: number): string {
  return part.startsWith('$') ? part : columnLetters(fromA1(`${part}1`).column + across);
}

function movedRow(part: string, down: number): string {
  return part.startsWith('$') ? part : String(Number(part) + down);
}
