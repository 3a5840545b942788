import { type DeskFound, deskFind } from "../../domain/views/desk-find";
import { type Found, type SearchQuestion, search } from "../../domain/views/search";
import type { View } from "./kept-views";

/** Looking for somebody or something, asked as views are. */
export const searched: View<SearchQuestion, Found> = (snapshot, _context, question) => search(snapshot, question);

/** The same at the desk of a class. */
export const searchedAtDesk: View<SearchQuestion, DeskFound> = (snapshot, _context, question) => deskFind(snapshot, question);
