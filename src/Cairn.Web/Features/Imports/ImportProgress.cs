namespace Cairn.Web.Features.Imports;

/// <summary>How far a reader has come: said while it reads, kept nowhere.</summary>
/// <param name="File">Name of the file or table it reads.</param>
/// <param name="Rows">Rows of it that were read so far.</param>
internal readonly record struct ImportProgress(string File, int Rows);
