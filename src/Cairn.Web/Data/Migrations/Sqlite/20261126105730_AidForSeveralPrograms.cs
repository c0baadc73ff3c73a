using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AidForSeveralPrograms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "program_ids",
                table: "goal_aid",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.Sql("UPDATE goal_aid SET program_ids = json_array(program_id) WHERE program_id IS NOT NULL");

            migrationBuilder.DropColumn(
                name: "program_id",
                table: "goal_aid");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "program_ids",
                table: "goal_aid");

            migrationBuilder.AddColumn<string>(
                name: "program_id",
                table: "goal_aid",
                type: "TEXT",
                nullable: true);
        }
    }
}
