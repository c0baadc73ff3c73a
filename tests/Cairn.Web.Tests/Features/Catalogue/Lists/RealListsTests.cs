using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Catalogue.Lists;
using Cairn.Web.Features.Imports;
using Xunit;

namespace Cairn.Web.Tests.Features.Catalogue.Lists;

public sealed class RealListsTests(ITestOutputHelper output)
{
    [Fact]
    public void Print()
    {
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(SharedLists.File("x"))!, "*.*").Order())
        {
            try
            {
                var list = ReadProgramList.Read(new ProgramListOptions(file));
                var batch = MergePrograms.Into(list, Path.GetFileName(file), KnownPrograms.None, null);
                var p = batch.Tables.OfType<TableRows<LearningProgram>>().Single().Rows;
                output.WriteLine($"{Path.GetFileName(file)} [{list.Mapping.Layout}] read {list.Read} programs {p.Count} refused {batch.Refusals.Count} hours {p.Count(x => x.Hours is not null)} stated {p.Count(x => x.HoursBasis is HoursBasis.Stated or HoursBasis.WeeksTimesEffort)} price {p.Count(x => x.PriceKind == PriceKind.Once)} free {p.Count(x => x.PriceKind == PriceKind.Free)} link {p.Count(x => x.Link is not null)} level {p.Count(x => x.Level is not null)} lang {p.Count(x => x.Language is not null)} topics {list.Drafts.Count(d => d.Topics.Count > 0)} approvals {batch.Tables.OfType<TableRows<ProgramApproval>>().Single().Rows.Count} providers {batch.Tables.OfType<TableRows<Provider>>().Single().Rows.Count} offers {string.Join(",", p.GroupBy(x => x.Offer).Select(g => g.Key + "=" + g.Count()))} cred {string.Join(",", p.GroupBy(x => x.Credential).Select(g => g.Key + "=" + g.Count()))}");
                foreach (var r in batch.Remarks) output.WriteLine("    " + r);
                foreach (var r in batch.Refusals.Take(3)) output.WriteLine("    " + r);
                foreach (var x in p.Where((_, i) => i % (p.Count / 3 + 1) == 0)) output.WriteLine("    " + x);
            }
            catch (ImportRefusedException e)
            {
                output.WriteLine($"{Path.GetFileName(file)} REFUSED {e.Refusal}");
            }
        }
    }
}
