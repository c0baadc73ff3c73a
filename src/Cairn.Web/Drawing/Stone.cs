namespace Cairn.Web.Drawing;

/// <summary>How a stone is filled: what is known about a claim. The same fill for stones, bars and legends everywhere.</summary>
public enum Stone
{
    /// <summary>Solid: checked, and someone assessed it.</summary>
    Assessed = 1,

    /// <summary>Solid with a layer: checked, but it states only that someone took part or completed.</summary>
    Completed = 2,

    /// <summary>Hatched: could not be checked.</summary>
    Unchecked = 3,

    /// <summary>An outline, a stone not laid: the person's own word.</summary>
    OwnWord = 4,
}
